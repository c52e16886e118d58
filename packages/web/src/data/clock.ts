/** The browser's clock: the one place where the pages look at it. */
export const readClock = (): Date => new Date();
