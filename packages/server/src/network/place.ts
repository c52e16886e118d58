import { plainText } from '../kernel/plain-text.ts';

/** Where an address probably is. */
export interface Place {
  country: string | null;
  region: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
  radiusKm: number | null;
}

export const noPlace: Place = { country: null, region: null, city: null, latitude: null, longitude: null, radiusKm: null };

/**
 * What is claimed when the data name a city but no radius, as DB-IP Lite does. Vendors call an address right within 50 km
 * ("correctly resolved" in MaxMind's accuracy tables means just that), so less would pretend a precision that nobody promises.
 */
export const cityRadiusKm = 50;
/** When only the region is known: about the half-width of a mid-sized region. Large ones are wider; no free data say how wide. */
export const regionRadiusKm = 200;
/** Wider than any country's half-width; a larger radius says nothing. */
const maxRadiusKm = 2500;

const maxNameLength = 80;

/** Below this many degrees from zero, but not zero, no measured coordinate lies: it is a misread number. */
const leastDegrees = 1e-9;

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const nameIn = (value: unknown): unknown => fields(fields(value)['names'])['en'];
const text = (value: unknown): string | null => plainText(value, maxNameLength);
const isDegrees = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most && (value === 0 || Math.abs(value) >= leastDegrees);

/** The two layouts in use: nested (MaxMind GeoIP2 and DB-IP) and flat (ip-location-db). */
function rawPlace(record: unknown) {
  const flat = fields(record);
  const location = fields(flat['location']);
  const regions = flat['subdivisions'];
  return {
    country: flat['country_code'] ?? fields(flat['country'])['iso_code'],
    region: flat['state1'] ?? nameIn(Array.isArray(regions) ? regions[0] : undefined),
    city: typeof flat['city'] === 'string' ? flat['city'] : nameIn(flat['city']),
    latitude: flat['latitude'] ?? location['latitude'],
    longitude: flat['longitude'] ?? location['longitude'],
    radiusKm: location['accuracy_radius'],
  };
}

const isCountry = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
const isRadius = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= maxRadiusKm;

const assumedRadiusKm = (city: string | null, region: string | null): number | null => {
  if (city !== null) return cityRadiusKm;
  return region === null ? null : regionRadiusKm;
};

/**
 * The place that a City or Country record tells. Coordinates come only together with a radius: the data's own, else by what is known
 * (city, region). A country alone has neither, since the middle of a country is not where anybody is.
 */
export function placeOf(record: unknown): Place {
  const raw = rawPlace(record);
  if (!isCountry(raw.country)) return noPlace;
  const region = text(raw.region);
  const city = text(raw.city);
  const radiusKm = isRadius(raw.radiusKm) ? raw.radiusKm : assumedRadiusKm(city, region);
  const known = radiusKm !== null && isDegrees(raw.latitude, 90) && isDegrees(raw.longitude, 180);
  return {
    country: raw.country,
    region,
    city,
    latitude: known ? (raw.latitude as number) : null,
    longitude: known ? (raw.longitude as number) : null,
    radiusKm: known ? radiusKm : null,
  };
}

/** False when a record holds a value that no place has, which tells that the file is damaged. */
export function isSoundPlace(record: unknown): boolean {
  const { country, latitude, longitude } = rawPlace(record);
  const sound = (value: unknown, most: number) => value === undefined || isDegrees(value, most);
  return (country === undefined || country === '' || isCountry(country)) && sound(latitude, 90) && sound(longitude, 180);
}
