import { register } from 'tsx/esm/api';

// Worker threads know no TypeScript when this is imported.
register();
await import('./wrong-world.ts');
