import { describe, expect, test } from "vitest";
import { openSeats, tagOf } from "#server/access/seat.ts";

const seats = openSeats({ secret: "a secret of at least thirty-two characters", secure: false });
const carrying = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });
const stranger = carrying("");
const pairOf = (lines: string[]) => lines.map((line) => line.split(";")[0] ?? "").join("; ");

describe("a participant's seat", () => {
  test("comes back from the cookie that gave it, with a key of the device", () => {
    const seat = seats.seatOf(carrying(pairOf(seats.issueSeat(stranger, "w1", "p1"))), "w1");
    expect(seat?.participantId).toBe("p1");
    expect(seat?.deviceKey).toHaveLength(32);
  });

  test("has another key on every device", () => {
    const [one, two] = ["a", "b"].map(() =>
      seats.seatOf(carrying(pairOf(seats.issueSeat(stranger, "w1", "p1"))), "w1"),
    );
    expect(tagOf(one?.deviceKey ?? Buffer.of(), "idea:1")).not.toBe(tagOf(two?.deviceKey ?? Buffer.of(), "idea:1"));
  });

  test("cannot be forged, moved to another workshop or taken from another installation", () => {
    const own = pairOf(seats.issueSeat(stranger, "w1", "p1"));
    const other = openSeats({ secret: "another secret of thirty-two characters", secure: false });
    expect(seats.seatOf(carrying(own.replaceAll(/..(?=;|$)/g, "xx")), "w1")).toBeNull();
    expect(seats.seatOf(carrying(own.replaceAll("seat-w1", "seat-w2")), "w2")).toBeNull();
    expect(seats.seatOf(carrying(pairOf(other.issueSeat(stranger, "w1", "p1"))), "w1")).toBeNull();
    expect(seats.seatOf(carrying("seat-w1=garbage"), "w1")).toBeNull();
    expect(seats.seatOf(carrying(""), "w1")).toBeNull();
  });

  test("is kept from scripts and other sites, and travels only over TLS where there is TLS", () => {
    for (const line of seats.issueSeat(stranger, "w1", "p1")) expect(line).toMatch(/HttpOnly; SameSite=Lax$/);
    for (const line of openSeats({ secret: "s", secure: true }).issueSeat(stranger, "w1", "p1"))
      expect(line).toMatch(/; Secure$/);
  });

  test("of a phone that is passed around is each person's own again when the phone comes back", () => {
    const anna = pairOf(seats.issueSeat(stranger, "w1", "anna"));
    const both = `${anna}; ${pairOf(seats.issueSeat(carrying(anna), "w1", "denis"))}`;
    const again = pairOf(seats.issueSeat(carrying(both), "w1", "anna"));
    const key = (cookie: string) => seats.seatOf(carrying(cookie), "w1")?.deviceKey.toString("hex");
    expect(key(again)).toBe(key(anna));
    expect(key(pairOf(seats.issueSeat(carrying(both), "w1", "denis")))).not.toBe(key(anna));
  });

  test("is not taken over by a cookie that was renamed to another person", () => {
    const anna = pairOf(seats.issueSeat(stranger, "w1", "anna"));
    const renamed = anna.replace("seat-w1-anna=", "seat-w1-denis=");
    const denis = seats.seatOf(carrying(pairOf(seats.issueSeat(carrying(renamed), "w1", "denis"))), "w1");
    expect(denis?.participantId).toBe("denis");
    expect(denis?.deviceKey).not.toEqual(seats.seatOf(carrying(anna), "w1")?.deviceKey);
  });
});
