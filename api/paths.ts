/** Where the API's resources live. */
export const API = '/api/v1';
