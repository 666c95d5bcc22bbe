/** The client of programs on this machine (command line, demonstration, tests); it has no secret. */
export const cliClientId = 'onewindow-cli';

/** Nothing listens there: the program reads the code out of the redirect instead of following it. */
export const cliRedirectUri = 'http://127.0.0.1/callback';
