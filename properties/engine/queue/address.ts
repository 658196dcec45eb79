/** A Redis, and a database in it. Plain data, so that threads connect to the same. */
export interface RedisAddress {
  readonly url: string;
  /** The address without its password, for messages. */
  readonly shown: string;
}

/**
 * Reads redis://[user:password@]host[:port][/database], or rediss:// for TLS.
 * @param password used where the text has none; a command line can be read by everybody on the machine.
 * @throws RangeError when the text is something else.
 */
export function redisAddress(text: string, password?: string): RedisAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !/^rediss?:$/.test(url.protocol) ||
    url.hostname === '' ||
    !/^(\/\d*)?$/.test(url.pathname)
  ) {
    throw new RangeError('Allowed are addresses such as redis://localhost:6379/0, with rediss:// for TLS.');
  }
  if (url.password === '' && password) url.password = encodeURIComponent(password);
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return { url: url.href, shown: shown.href };
}
