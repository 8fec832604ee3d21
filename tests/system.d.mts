export const chromium: () => string | undefined;
export const bringSystem: () => string | null;
