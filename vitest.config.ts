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
      { test: { ...common, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...common, name: 'db', include: ['tests/db/**/*.test.ts'] } },
    ],
  },
});
