/** What the suite is called. */
export const identity = {
  id: 'verified-retraining',
  title: 'verified synthetic retraining',
  paper: 'arXiv:2510.16657',
  url: 'https://arxiv.org/abs/2510.16657',
} as const;
