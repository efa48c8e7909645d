import { filter } from '../listing/filter.js';

/**
 * Narrows a list of records to those with a tag. Most lists of tagged records are short beside the records, so that the
 * tag's own index is where the search begins.
 *
 * @param record the table of the records in the list's query, e.g. `entry`
 */
export const taggedFilter = (subjectType: string, record: string) =>
  filter.refAmong(
    'tagging.tag_id',
    [
      [
        'EXISTS (SELECT FROM platform.tagging WHERE tagging.organization_id = ',
        record,
        ".organization_id AND tagging.subject_type = '",
        subjectType,
        "' AND tagging.subject_id = ",
        record,
        '.id AND',
      ].join(''),
      ')',
    ],
    { description: 'Records with this tag.', example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' },
  );
