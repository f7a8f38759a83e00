// Every file that was dropped, also those of folders.

const mostFiles = 20_000;

export async function droppedFiles(dropped: DataTransfer): Promise<File[]> {
  // Read at once: a drop is forgotten at the first wait.
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...dropped.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain;
  const files: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    if (files.length >= mostFiles) break;
    if (isFolder(entry)) waiting.push(...(await entriesOf(entry)));
    else if (isFile(entry) && !entry.name.startsWith('.')) files.push(await fileOf(entry));
  }
  return files;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A folder says its entries some at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
