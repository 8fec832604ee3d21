import { describe, expect, test } from "vitest";
import { openSeats, tagOf } from "#server/access/seat.ts";

const seats = openSeats({ secret: "a secret of at least thirty-two characters", secure: false });
const carrying = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });
const pairOf = (line: string) => line.split(";")[0] ?? "";

describe("a participant's seat", () => {
  test("comes back from the cookie that gave it, with a key of the device", () => {
    const seat = seats.seatOf(carrying(pairOf(seats.issueSeat("w1", "p1"))), "w1");
    expect(seat?.participantId).toBe("p1");
    expect(seat?.deviceKey).toHaveLength(32);
  });

  test("has another key on every device", () => {
    const [one, two] = ["a", "b"].map(() => seats.seatOf(carrying(pairOf(seats.issueSeat("w1", "p1"))), "w1"));
    expect(tagOf(one?.deviceKey ?? Buffer.of(), "idea:1")).not.toBe(tagOf(two?.deviceKey ?? Buffer.of(), "idea:1"));
  });

  test("cannot be forged, moved to another workshop or taken from another installation", () => {
    const own = pairOf(seats.issueSeat("w1", "p1"));
    const other = openSeats({ secret: "another secret of thirty-two characters", secure: false });
    expect(seats.seatOf(carrying(`${own.slice(0, -2)}xx`), "w1")).toBeNull();
    expect(seats.seatOf(carrying(own.replace("seat-w1", "seat-w2")), "w2")).toBeNull();
    expect(seats.seatOf(carrying(pairOf(other.issueSeat("w1", "p1"))), "w1")).toBeNull();
    expect(seats.seatOf(carrying("seat-w1=garbage"), "w1")).toBeNull();
    expect(seats.seatOf(carrying(""), "w1")).toBeNull();
  });

  test("is kept from scripts and other sites, and travels only over TLS where there is TLS", () => {
    expect(seats.issueSeat("w1", "p1")).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(openSeats({ secret: "s", secure: true }).issueSeat("w1", "p1")).toMatch(/; Secure$/);
  });
});
