/** Making an `Intl` formatter costs a hundred times what using one does, so each is made once. Zones come from accounts, so the number kept is bounded. */
const maxKept = 500;

function kept<T>(make: (tag: string, options: object) => T): (tag: string, options?: object) => T {
  const made = new Map<string, T>();
  return (tag, options = {}) => {
    const key = tag + JSON.stringify(options);
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= maxKept) made.clear();
    const formatter = make(tag, options);
    made.set(key, formatter);
    return formatter;
  };
}

export const numberFormat = kept((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
export const pluralRules = kept((tag) => new Intl.PluralRules(tag));
export const listFormat = kept((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
export const dateTimeFormat = kept((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
export const relativeTimeFormat = kept((tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options));
export const regionNames = kept((tag) => new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' }));
