/** Which devices are signed out, and the words on the button. */
export const logOutLabels = { others: 'common.signOutOthers', all: 'common.signOutEverywhere' } as const;
export type LogOutScope = keyof typeof logOutLabels;
