// The thread's entry where the server runs from its sources, as in development and in tests. `--import tsx`
// reaches the main thread only, so each thread registers it for itself.
import { register } from 'tsx/esm/api';

register();
await import('./ballot-worker.ts');
