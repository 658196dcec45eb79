import { wrongRetraining } from '../define.ts';

export const vaeTargetsSwapped = wrongRetraining({
  id: 'vae-targets-swapped',
  title: 'the verifier is trained with the labels of real and generated images swapped',
  module: import.meta.url,
  replaced: { targets: { real: 0, generated: 1 } },
});
