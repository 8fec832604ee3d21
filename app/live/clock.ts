/**
 * Server's now minus this device's now, in ms, in steps of a quarter of a second: a timer need not start anew because
 * two renders measured the same clock a millisecond apart.
 */
export const clockOffset = (serverNow: number): number => Math.round((serverNow - Date.now()) / 250) * 250;
