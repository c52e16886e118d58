import { describe, expect, test } from 'vitest';
import { cityRadiusKm, isSoundPlace, placeOf, regionRadiusKm } from './place.ts';

const flat = (over: object) => ({
  city: 'Lagos',
  state1: 'Lagos State',
  country_code: 'NG',
  latitude: 6.45,
  longitude: 3.39,
  postcode: '',
  timezone: '',
  ...over,
});

describe('a place', () => {
  test('is read from the flat layout, with the radius that a city deserves', () => {
    expect(placeOf(flat({}))).toEqual({
      country: 'NG',
      region: 'Lagos State',
      city: 'Lagos',
      latitude: 6.45,
      longitude: 3.39,
      radiusKm: cityRadiusKm,
    });
  });

  test('is wider when only the region is known', () => {
    expect(placeOf(flat({ city: '' }))).toMatchObject({ city: null, radiusKm: regionRadiusKm, latitude: 6.45 });
  });

  test('has no point on the map when only the country is known', () => {
    expect(placeOf(flat({ city: '', state1: '' }))).toMatchObject({ country: 'NG', latitude: null, longitude: null, radiusKm: null });
  });

  test('is read from the nested layout, with the radius of the data', () => {
    const record = {
      city: { names: { en: 'London' } },
      country: { iso_code: 'GB' },
      subdivisions: [{ names: { en: 'England' } }],
      location: { latitude: 51.5, longitude: -0.1, accuracy_radius: 10 },
    };
    expect(placeOf(record)).toEqual({ country: 'GB', region: 'England', city: 'London', latitude: 51.5, longitude: -0.1, radiusKm: 10 });
  });

  test('has no name that could mislead a page', () => {
    expect(placeOf(flat({ city: '\u202EsogaL\u0000' })).city).toBe('sogaL');
  });

  test.each([null, 7, 'x', [], {}, { country_code: 'nowhere' }, { country: 'DE' }])('is nowhere for the record %j', (record) => {
    expect(placeOf(record)).toEqual({ country: null, region: null, city: null, latitude: null, longitude: null, radiusKm: null });
  });

  test.each([{ latitude: 91 }, { latitude: Number.NaN }, { longitude: 181 }, { latitude: 1.79e-52 }, { latitude: '6' }, { country_code: 5 }])(
    'is unsound with %j, and then has no point',
    (over) => {
      expect(isSoundPlace(flat(over))).toBe(false);
      expect(placeOf(flat(over)).latitude).toBeNull();
    },
  );
});
