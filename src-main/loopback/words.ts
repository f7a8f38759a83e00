// What the browser shell alone says in a terminal.

export const usage =
  'Usage: npm start -- [--shell electron|browser] [--profile DIR] [--port N] [--no-open]';

export const portTaken =
  'That port is taken or not allowed. Choose another with --port N, or 0 for any.';
