import { writeFileSync } from 'node:fs';
import { schemas } from './schemas.ts';

/** `npm run schema`, from the root of the repository: writes the schemas that belong to the types as they are. */
for (const [path, text] of Object.entries(schemas())) writeFileSync(path, text);
