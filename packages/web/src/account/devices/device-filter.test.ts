import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFiltered, readDeviceSearch, toDeviceFilter } from './device-filter.ts';

const now = new Date('2026-11-20T12:34:56Z');

test('a filter survives the address and comes back the same', () => {
  const search = { search: 'firefox', country: 'NG', city: 'Lagos', status: 'online', form: 'phone', signedIn: 'week', view: 'map' } as const;
  expect(readDeviceSearch({ ...search })).toEqual(search);
});

test('any address opens the list', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => {
      expect(() => readDeviceSearch(search)).not.toThrow();
    }),
  );
});

test.each([
  [{ country: 'nigeria' }, {}],
  [{ status: 'asleep', view: 'globe', form: [], signedIn: {} }, {}],
  [{ search: '   ' }, {}],
  [{ search: 42 }, { search: '42' }],
])('%j reads as %j', (search, expected) => {
  expect(readDeviceSearch(search)).toEqual(expected);
});

test('a span becomes a time, the same within the hour', () => {
  expect(toDeviceFilter({ signedIn: 'day', country: 'NG' }, now)).toEqual({ country: 'NG', since: '2026-11-19T12:00:00.000Z' });
});

test('looking at the map is no filter', () => {
  expect(isFiltered({ view: 'map' })).toBe(false);
  expect(isFiltered({ status: 'online' })).toBe(true);
});
