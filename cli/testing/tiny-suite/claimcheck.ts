import { main } from '../../main.ts';
import { suites } from './suites.ts';

process.exitCode = await main(process.argv.slice(2), suites);
