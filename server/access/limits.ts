import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export type TooMany = { refused: "too-many"; count: number };

const QUARTER_HOUR = 15 * 60;

type Limiter = { consume(key: string): Promise<unknown> };

const refusing =
  (limiter: Limiter) =>
  async (key: string): Promise<TooMany | null> => {
    try {
      await limiter.consume(key);
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { refused: "too-many", count: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    }
  };

/** How often things may be tried; each answers null, or a refusal with the seconds to wait in `count`. */
export const openLimits = () => {
  const passwords = new RateLimiterMemory({ points: 10, duration: QUARTER_HOUR });
  const ofOnePerson = refusing(passwords);
  const ofOnePlace = refusing(new RateLimiterMemory({ points: 100, duration: QUARTER_HOUR }));
  return {
    /** Wrong passwords: ten for one e-mail from one address, a hundred from one address, in a quarter of an hour. */
    signIn: async (address: string, email: string): Promise<TooMany | null> =>
      (await ofOnePlace(address)) ?? ofOnePerson(`${address} ${email}`),
    /** The right password was found; the wrong ones before it count no more. */
    async signedIn(address: string, email: string): Promise<void> {
      await passwords.delete(`${address} ${email}`);
    },
    /** Codes tried from one address: a room of people behind one router joins at once, a guesser needs 31^6 tries. */
    join: refusing(new RateLimiterMemory({ points: 120, duration: 60 })),
    /** Documents that one address wants verified, by their id. */
    verify: refusing(new RateLimiterMemory({ points: 20, duration: 60 })),
    /** Files of them: to compare one, up to six are made anew. */
    verifyFile: refusing(new RateLimiterMemory({ points: 6, duration: 60 })),
    /** Commands of one seat: thirty at once, ten a second. */
    command: refusing(
      new BurstyRateLimiter(
        new RateLimiterMemory({ points: 10, duration: 1 }),
        new RateLimiterMemory({ keyPrefix: "burst", points: 20, duration: 5 }),
      ),
    ),
  };
};
export type Limits = ReturnType<typeof openLimits>;
