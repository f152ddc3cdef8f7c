import { fact, known, missing } from './case.ts';

/** Annotations by name: Crashpad, Breakpad assertion, dump attributes, secondary data. */
export const annotationsFact = fact<ReadonlyMap<string, string>>('annotations', (theCase) =>
  theCase.target ? known(theCase.target.annotations, 'dump') : missing('annotations, which only a dump has'),
);
