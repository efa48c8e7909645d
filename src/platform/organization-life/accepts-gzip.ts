/** Whether `Accept-Encoding` takes gzip by name (RFC 9110, section 12.5.3); where nothing is said, nothing is compressed. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  return (acceptEncoding ?? '').split(',').some((coding) => {
    const [name, ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1';
    return (name === 'gzip' || name === 'x-gzip') && /^[01](?:\.\d{0,3})?$/.test(quality) && Number(quality) > 0;
  });
}
