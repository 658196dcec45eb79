/** npm run bench: prints tables of what was measured and writes them as JSON. */
import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2));
