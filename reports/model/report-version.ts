/** Version of the report's layout. */
export const reportVersion = 3;
