import { defineConfig } from 'vitest/config';

const common = {
  setupFiles: ['./tests/setup/console.ts'],
  environment: 'node' as const,
  testTimeout: 30_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Their files change nothing that others could see: they share what they load.
      { test: { ...common, name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false } },
      { test: { ...common, name: 'db', include: ['tests/db/**/*.test.ts'] } },
      // General rules over many random cases, and whole processes: too long for `npm run check`.
      { test: { ...common, name: 'long', include: ['tests/long/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { ...common, name: 'soak', include: ['tests/soak/**/*.test.ts'], testTimeout: 3_600_000 } },
    ],
  },
});
