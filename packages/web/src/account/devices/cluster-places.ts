import type { Device } from '@warder/api';

/** Devices that lie so close together on the map that one marker stands for all of them. */
export interface Cluster {
  x: number;
  y: number;
  devices: Device[];
}

type Project = (point: [longitude: number, latitude: number]) => [number, number] | null;

/** Groups devices whose markers would touch: each joins the first cluster within `distance` pixels. Devices without a place are left out. */
export function clusterPlaces(devices: readonly Device[], project: Project, distance: number): Cluster[] {
  const clusters: Cluster[] = [];
  for (const device of devices) {
    const { longitude, latitude } = device.origin;
    const point = longitude === null || latitude === null ? null : project([longitude, latitude]);
    if (!point) continue;
    const [x, y] = point;
    const near = clusters.find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < distance);
    if (near) near.devices.push(device);
    else clusters.push({ x, y, devices: [device] });
  }
  return clusters;
}
