import type { Device, DeviceFilter } from '@warder/api';

const textOf = ({ name, client, origin }: Device): string =>
  [name, client.name, client.os, client.model, origin.city, origin.country, origin.ip]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();

/** Those devices that the filter lets through, in their order (DEV-4). Every word of the search must occur somewhere. */
export function filterDevices(devices: readonly Device[], filter: DeviceFilter): Device[] {
  const words = filter.search?.toLowerCase().split(/\s+/) ?? [];
  return devices.filter((device) => {
    const { client, origin, online, signedInAt } = device;
    const text = textOf(device);
    return (
      words.every((word) => text.includes(word)) &&
      (filter.country === undefined || origin.country === filter.country) &&
      (filter.city === undefined || origin.city === filter.city) &&
      (filter.status === undefined || (filter.status === 'online') === online) &&
      (filter.form === undefined || client.form === filter.form) &&
      (filter.kind === undefined || client.kind === filter.kind) &&
      (filter.since === undefined || signedInAt >= filter.since) &&
      (filter.until === undefined || signedInAt < filter.until)
    );
  });
}

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values)].filter((value) => value !== null).sort();

/** What the filter can choose from. */
export const facetsOf = (devices: readonly Device[]): { countries: string[]; cities: string[] } => ({
  countries: distinct(devices.map(({ origin }) => origin.country)),
  cities: distinct(devices.map(({ origin }) => origin.city)),
});
