import { z } from 'zod';
import { route } from './route.ts';

export const getHealth = route({
  method: 'GET',
  path: '/api/health',
  summary: 'The process is alive',
  who: ['anyone'],
  response: z.object({ status: z.literal('ok'), version: z.string() }),
});
export const getReady = route({
  method: 'GET',
  path: '/api/ready',
  summary: 'Database, media and face recognition can be used (503 when the first two cannot)',
  who: ['anyone'],
  response: z.object({
    ready: z.boolean(),
    database: z.boolean(),
    media: z.boolean(),
    face: z.boolean(),
  }),
});
