import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../schema/from-types.ts';
import { schemas } from './schemas.ts';

/** Part of `npm run schema`: writes the schemas that belong to the types as they are. */
for (const [path, text] of Object.entries(schemas())) writeFileSync(join(root, path), text);
