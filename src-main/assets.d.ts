// Files that the build copies beside the program; the import gives their path.
declare module '*?asset' {
  const path: string;
  export default path;
}
