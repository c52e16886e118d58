/** The token that ties unsafe requests to this page's session; kept in memory alone. */
export const csrfToken: { current: string | null } = { current: null };
