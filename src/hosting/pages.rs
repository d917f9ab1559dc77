//! Jobs that build a site and publish it with GitHub Pages and GitLab Pages.

/// A workflow of GitHub. Its Pages pack texts themselves and send no headers of a site's own.
pub(super) fn github() -> String {
    "\
#
# GitHub Pages tidak mengirim kebijakan (Content-Security-Policy) dan tidak memakai .br; ia mengemas sendiri dengan gzip.
# Yang memerlukan kebijakan itu memakai nginx, Caddy, Netlify atau Cloudflare.
name: terbit
on:
  push: { branches: [main] }
  schedule: [{ cron: '5 17 * * *' }]   # 00.05 WIB, untuk yang berubah karena hari berganti
permissions: { contents: read, pages: write, id-token: write }
concurrency: { group: pages }
jobs:
  terbit:
    runs-on: ubuntu-latest
    environment: { name: github-pages }
    env: { TZ: Asia/Jakarta }
    steps:
      - uses: actions/checkout@v4
      - run: ./alat/pilkada build
      # Juga .well-known/, yang namanya diawali titik.
      - uses: actions/upload-pages-artifact@v4
        with: { path: output, include-hidden-files: true }
      - uses: actions/deploy-pages@v4
"
    .to_owned()
}

/// A job of GitLab. Its Pages send the packed copies as they lie there, and follow `_redirects`.
pub(super) fn gitlab() -> String {
    "\
#
# GitLab Pages mengirim .br dan .gz yang ada, dan mengikuti _redirects; kebijakan (Content-Security-Policy) tidak dikirimnya.
pages:
  image: debian:stable-slim
  variables: { TZ: Asia/Jakarta }
  script:
    - apt-get update && apt-get install -y tzdata
    - ./alat/pilkada build --siap-saji --output public
    - cp public.saji/_redirects public/
  artifacts: { paths: [public] }
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"
    .to_owned()
}
