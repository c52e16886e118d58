import { wordsPlugin } from '@warder/words/vite';
import { defineConfig } from 'vitest/config';

const minute = 60_000;

export default defineConfig({
  plugins: [wordsPlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['packages/*/src/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: minute / 2,
          hookTimeout: minute,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          fileParallelism: false,
        },
      },
    ],
    // Each file holds the location data in memory; two at a time suit two cores.
    maxWorkers: 2,
  },
});
