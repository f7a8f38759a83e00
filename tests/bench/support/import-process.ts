// Imports one file into an empty book and prints the most memory that the process has had,
// in MB.

import { importFile, openBenchBook } from './book.ts';

const book = await openBenchBook();
await importFile(book, process.argv[2] ?? '');
console.log(String((process.resourceUsage().maxRSS * 1_024) / 1e6));
await book.close();
process.exit(0);
