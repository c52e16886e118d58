import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { Call, DeviceFilter } from '@warder/api';
import { keepAccount } from './account.ts';
import { call } from './call.ts';
import { readAgain } from './live.ts';
import { queryClient } from './query-client.ts';

const devicesChanged = () => readAgain('devices-changed');

/** The list, filtered; the one before stays in sight while a new filter is read. */
export const devicesQuery = (filter: DeviceFilter = {}) =>
  queryOptions({
    queryKey: ['devices', filter],
    queryFn: ({ signal }) => call('GET /v1/devices', { query: filter, signal }),
    placeholderData: keepPreviousData,
  });

export const deviceQuery = (deviceId: string) =>
  queryOptions({ queryKey: ['device', deviceId], queryFn: ({ signal }) => call('GET /v1/devices/:deviceId', { params: { deviceId }, signal }) });

export const forceOffline = mutationOptions({
  mutationFn: (deviceId: string) => call('DELETE /v1/devices/:deviceId', { params: { deviceId } }),
  onSettled: devicesChanged,
});

export const renameDevice = mutationOptions({
  mutationFn: ({ deviceId, name }: { deviceId: string; name: string | null }) =>
    call('PATCH /v1/devices/:deviceId', { params: { deviceId }, body: { name } }),
  onSuccess: (detail, { deviceId }) => {
    queryClient.setQueryData(deviceQuery(deviceId).queryKey, detail);
    devicesChanged();
  },
});

export const confirmDevice = mutationOptions({
  mutationFn: (deviceId: string) => call('POST /v1/devices/:deviceId/confirmation', { params: { deviceId } }),
  onSettled: devicesChanged,
});

export const endSession = mutationOptions({
  mutationFn: (sessionId: string) => call('DELETE /v1/sessions/:sessionId', { params: { sessionId } }),
  onSettled: devicesChanged,
});

export const logOut = mutationOptions({
  mutationFn: (body: Call<'POST /v1/sessions/log-out'>['body']) => call('POST /v1/sessions/log-out', { body }),
  onSettled: devicesChanged,
});

export const reviewDevices = mutationOptions({
  mutationFn: () => call('POST /v1/account/review'),
  onSuccess: (account) => {
    keepAccount(account);
    devicesChanged();
  },
});
