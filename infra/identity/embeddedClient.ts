/** What the API is known by at the embedded provider, where the installation says nothing else. */
export const embeddedClient = { clientId: 'onewindow', audience: 'onewindow-api' } as const;
