// Written by script/embed from Sources/Web/Static/Source/10-signin.css. Do not edit.
// swift-format-ignore-file

extension StaticFiles {
  static let signinCss: StaticString = ##"""
/* Signing in, one's own account, users. */
.other-way{border-top:1px solid var(--rule);padding-top:1rem;margin-top:1.4rem}
.second-factor h2:first-child{margin-top:0}
.secret code{font-size:1.05rem;letter-spacing:.06em;overflow-wrap:normal;word-spacing:.2em}
svg.qr{width:min(16rem,100%);height:auto;border:1px solid var(--rule);border-radius:8px;background:#fff;forced-color-adjust:none}
ol.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.3rem 1.5rem;max-width:40rem;padding-left:2rem}
ol.codes code{font-size:1rem;letter-spacing:.04em;white-space:nowrap}
@media (max-width:48rem){.second-factor>:last-child{order:-1}}
"""##
}
