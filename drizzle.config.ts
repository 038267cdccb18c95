import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './models/tables/index.ts',
  out: './migrations',
});
