/** Every zone that this browser knows, with those that are in use whether it knows them or not, sorted by name. */
export const timeZonesWith = (...used: string[]): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...used])].sort();
