import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { windowsException } from '../analysis/windows-exception.ts';

const CODES = new Map([
  [0xc0000138, 'a DLL lacks a function that was asked for by number (STATUS_ORDINAL_NOT_FOUND)'],
  [0xc0000139, 'a DLL lacks a function that was asked for by name (STATUS_ENTRYPOINT_NOT_FOUND)'],
  [0xc0000142, 'the initialisation of a DLL failed (STATUS_DLL_INIT_FAILED)'],
  [0xc000007b, 'an image is damaged or of the other bitness (STATUS_INVALID_IMAGE_FORMAT)'],
  [0xc0000263, 'an image needs a driver entry point that is not there (STATUS_DRIVER_ENTRYPOINT_NOT_FOUND)'],
]);

const pattern: Pattern = {
  id: 'missing-component-static-linking',
  name: 'Missing Component (static linking)',
  part: null,
  severity: 'error',
  meaning:
    'The loader could not bind the imports of an image: a DLL it is linked with is of another version, of another bitness, or does not start.',
  advice: [
    'Compare the imports of the image (`!dh -f`, dumpbin /imports) with the exports of the DLL that was found; the names are often on the stack of the loader (`dpu @$csp`).',
    'Loader snaps (`gflags /i IMAGE.exe +sls`) name the image and the function.',
  ],
  links: ['missing-component-general', '!dh', '.exr'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const exception = windowsException(facts);
    const what = exception && CODES.get(exception.code);
    if (!exception || !what) return ABSENT;
    return present({
      confidence: 1,
      basis: 'the exception code',
      summary: `The loader failed: ${what}.`,
      evidence: [{ statement: `exception code ${exception.code.toString(16)}: ${what}`, command: '.exr -1' }],
    });
  },
};
export default pattern;
