import { Link } from '@tanstack/react-router';
import type { Device } from '@warder/api';
import { describePlace } from '@warder/words';
import { geoEqualEarth, geoPath } from 'd3-geo';
import type { ReactElement } from 'react';
import { feature } from 'topojson-client';
import world from 'world-atlas/land-110m.json';
import { EmptyState } from '../../design/states.tsx';
import { textLinkClass } from '../../design/text-link.ts';
import { useWords } from '../../words/words.ts';
import { clusterPlaces } from './cluster-places.ts';
import { nameOf } from './name-of.ts';

const width = 960;
const height = 470;
const markerRadius = 11;
const topology = world as unknown as Parameters<typeof feature>[0];
const land = feature(topology, topology.objects['land'] ?? { type: 'GeometryCollection', geometries: [] });
const projection = geoEqualEarth().fitExtent(
  [
    [8, 8],
    [width - 8, height - 8],
  ],
  land,
);
const landPath = geoPath(projection)(land) ?? '';

/** Where the devices are, roughly. Never the only way to learn it: the same stands below in words. */
export function DeviceMap({ devices }: { devices: readonly Device[] }): ReactElement {
  const { t, locale } = useWords();
  const clusters = clusterPlaces(devices, projection, 2 * markerRadius);
  if (clusters.length === 0) return <EmptyState title={t('devices.map_none')} />;
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('devices.map_label')} className="block h-auto w-full rounded-md bg-sea">
        <path d={landPath} className="fill-land" />
        {clusters.map(({ x, y, devices: near }) => (
          <g
            key={near[0]?.id}
            transform={`translate(${x} ${y})`}
            data-attention={near.some(({ needsAttention }) => needsAttention)}
            className="group"
          >
            <circle r={markerRadius} className="fill-brand stroke-paper stroke-2 group-data-[attention=true]:fill-warn" />
            {near.length > 1 && (
              <text textAnchor="middle" dy="0.35em" className="fill-paper text-[12px] font-semibold">
                {near.length}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="mt-3 text-sm text-muted">{t('devices.map_note')}</figcaption>
      <ul className="mt-4 grid gap-3">
        {clusters.map(({ devices: near }) => {
          const [first] = near;
          return (
            first && (
              <li key={first.id}>
                {t('devices.map_point', { place: describePlace(first.origin, locale, t), count: near.length })}
                <ul className="ml-4">
                  {near.map((device) => (
                    <li key={device.id}>
                      <Link to="/devices/$deviceId" params={{ deviceId: device.id }} className={textLinkClass}>
                        {nameOf(device, t)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            )
          );
        })}
      </ul>
    </figure>
  );
}
