import { expect, test } from 'vitest';
import { addSeconds } from '../kernel/clock.ts';
import { testApp } from '../testing/test-app.ts';
import { deleteFullBuckets, giveBack, refill, takeFrom } from './throttle.ts';

const { ground } = await testApp();
const { db } = ground;
const now = ground.clock.now();
const rate = { burst: 5, intervalSeconds: 60 };

test('a bucket gives its burst at once, then one an interval, and says how long to wait', async () => {
  const waits: number[] = [];
  for (let count = 0; count < 7; count += 1) waits.push(await takeFrom(db, 'burst', rate, now));
  expect(waits).toEqual([0, 0, 0, 0, 0, 60, 60]);
  expect(await takeFrom(db, 'burst', rate, addSeconds(now, 59))).toBe(1);
  expect(await takeFrom(db, 'burst', rate, addSeconds(now, 60))).toBe(0);
  expect(await takeFrom(db, 'burst', rate, addSeconds(now, 60))).toBe(60);
});

test('sixteen who take at once get the burst and no more', async () => {
  const waits = await Promise.all(Array.from({ length: 16 }, () => takeFrom(db, 'race', rate, now)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

test('what was given back can be taken again, and a forgotten bucket is full', async () => {
  for (let count = 0; count < 5; count += 1) await takeFrom(db, 'back', rate, now);
  await giveBack(db, 'back', rate);
  expect(await takeFrom(db, 'back', rate, now)).toBe(0);
  expect(await takeFrom(db, 'back', rate, now)).toBeGreaterThan(0);
  await refill(db, 'back');
  expect(await takeFrom(db, 'back', rate, now)).toBe(0);
});

test('a full bucket needs no memory', async () => {
  await takeFrom(db, 'old', rate, now);
  await deleteFullBuckets(db, addSeconds(now, 61));
  expect(await db.selectFrom('throttles').select('key').where('key', '=', 'old').execute()).toEqual([]);
});
