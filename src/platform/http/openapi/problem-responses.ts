/** The shared error responses of the document: name of the component and what the status means, by status. */
export const responseNames = {
  400: 'BadRequest',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  406: 'NotAcceptable',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'PayloadTooLarge',
  415: 'UnsupportedMediaType',
  422: 'UnprocessableContent',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  507: 'InsufficientStorage',
} as const;

export type ProblemStatus = keyof typeof responseNames;

export const responseDescriptions: Readonly<Record<ProblemStatus, string>> = {
  400: 'The request cannot be read: broken JSON, a field or parameter that does not exist, a malformed parameter.',
  401: 'No valid access token or API key came with the request.',
  403: 'The caller lacks the permission that the operation names.',
  404: 'There is no such record in this organization.',
  406: 'None of the media types in Accept can be answered.',
  409: 'The state of the resource, or of another that it depends on, does not allow this.',
  412: 'The resource has changed since the version that If-Match names.',
  413: 'The body is larger than the operation accepts.',
  415: 'The content type is not one that the operation reads.',
  422: 'The request is well formed, but a field breaks its rule; errors names each place.',
  428: 'The operation needs If-Match with the ETag of the version that was read.',
  429: 'Too many requests; Retry-After says in how many seconds to come back.',
  500: 'A defect of the server; nothing of the request was kept.',
  503: 'Temporarily overloaded or without its database; Retry-After says in how many seconds to come back.',
  507: 'There is no room left to store the file; nothing of it was kept.',
};
