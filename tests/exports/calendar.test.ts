import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { isOverdue, nextDay, reviewsOf } from "#domain/review.ts";
import { writeCalendar } from "#exports/calendar/index.ts";
import { folded, text } from "#exports/calendar/lines.ts";
import { formatByName, makeFile } from "#exports/index.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

const closed = () => {
  const record = windows();
  record.workshop.editions = [{ number: 1, closedAt: "2026-11-20T15:00:00.000Z", decisions: record.decisions.length }];
  return record;
};

describe("the days of review", () => {
  const reviews = reviewsOf(closed());

  test("are those of trials, decisions of the head, parked questions and the regulation, the nearest first", () => {
    expect(new Set(reviews.map(({ kind }) => kind))).toContain("head");
    expect(new Set(reviews.map(({ kind }) => kind))).toContain("parked");
    expect(reviews.map(({ day }) => day)).toEqual(reviews.map(({ day }) => day).sort());
    expect(reviews.find(({ kind }) => kind === "regulation")).toMatchObject({ day: "2026-12-20", every: 90 });
  });

  test("are over when they have passed, but a review that repeats comes again", () => {
    const review = { day: "2026-12-20", every: 90 };
    expect(nextDay(review, "2026-12-21")).toBe("2027-03-20");
    expect(nextDay(review, "2026-12-20")).toBe("2026-12-20");
    for (const one of reviews) expect(isOverdue(one, "2030-01-01"), one.kind).toBe(one.every === null);
    for (const one of reviews) expect(isOverdue(one, one.day)).toBe(false);
  });
});

describe("the calendar file", () => {
  const file = writeCalendar(closed(), "ru");

  test("is read by another program with all its days", () => {
    const calendar = new ICAL.Component(ICAL.parse(file));
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    const reviews = reviewsOf(closed());
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(reviews.map(({ day }) => day));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(reviews.length);
    const parked = reviews.findIndex(({ kind }) => kind === "parked");
    expect(events[parked]?.description).toContain(reviews[parked]?.text ?? "");
    const repeats = events.find((one) => one.isRecurring())?.iterator();
    expect([repeats?.next()?.toString(), repeats?.next()?.toString()]).toEqual(["2026-12-20", "2027-03-20"]);
  });

  test("keeps to the letter of RFC 5545: CRLF, 75 bytes a line, no half letters", () => {
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\uFFFD");
    }
    expect(folded("я".repeat(100)).replaceAll("\r\n ", "")).toBe("я".repeat(100));
    expect(text("a;b,c\\d\ne\u0007")).toBe("a\\;b\\,c\\\\d\\ne");
  });

  test("is not made without a single day, which no calendar could read, and says why", async () => {
    const record = windows("ru");
    const undated = { ...record, decisions: record.decisions.filter(({ kind }) => kind === "consent") };
    const format = formatByName("reviews.ics");
    if (!format) throw new Error("there is no such format");
    expect(reviewsOf(undated)).toEqual([]);
    await expect(makeFile(format, undated, catalogue, "ru")).rejects.toMatchObject({
      why: { ru: expect.stringContaining("дат пересмотра пока нет") },
    });
  });

  test("is the same file for the same record", () => {
    expect(writeCalendar(closed(), "ru")).toBe(file);
  });
});
