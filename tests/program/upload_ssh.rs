//! `pilkada publish` to OpenSSH's own server.

use crate::project::Project;
use crate::publish_tree::seed;
use crate::serving::{Serving, free_port, wait_for};
use crate::upload::{build, files, killed, project};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

#[track_caller]
fn done(command: &mut Command) {
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// OpenSSH's server on this machine, with a key that it lets in and settings for `ssh` that know it.
struct Ssh {
    folder: tempfile::TempDir,
    port: u16,
    _serving: Serving,
}

impl Ssh {
    fn start() -> Self {
        let (folder, port) = (tempfile::tempdir().unwrap(), free_port());
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        for name in ["host", "key", "other"] {
            done(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &at(name)]));
        }
        fs::copy(at("key.pub"), at("authorized")).unwrap();
        let host = fs::read_to_string(at("host.pub")).unwrap();
        fs::write(at("known"), format!("[127.0.0.1]:{port} {host}")).unwrap();
        let settings = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nUsePAM no\nPidFile none\n\
             PasswordAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 100\nSubsystem sftp internal-sftp -u 077\n",
            at("host"),
            at("authorized")
        );
        fs::write(at("sshd"), settings).unwrap();
        let _ = fs::create_dir_all("/run/sshd");
        let mut server = Command::new("/usr/sbin/sshd");
        server.args(["-D", "-e", "-f", &at("sshd")]).stderr(Stdio::null());
        let serving = Serving(server.spawn().expect("OpenSSH's server is there (openssh-server)"));
        wait_for(port);
        let ssh = Self { folder, port, _serving: serving };
        ssh.settings("settings", "known", "key");
        ssh
    }

    /// Writes settings for `ssh`.
    fn settings(&self, name: &str, known: &str, key: &str) {
        let at = |name: &str| self.folder.path().join(name).to_str().unwrap().to_owned();
        let text = format!(
            "UserKnownHostsFile {}\nGlobalKnownHostsFile none\nIdentityFile {}\nIdentitiesOnly yes\n",
            at(known),
            at(key)
        );
        fs::write(at(name), text).unwrap();
    }

    fn publish(&self, project: &Project, settings: &str) -> Command {
        let target = format!("sftp://127.0.0.1:{}{}/dalam/situs", self.port, self.folder.path().to_str().unwrap());
        let mut command = project.command(&["publish", &target]);
        command.env("PILKADA_SSH_CONFIG", self.folder.path().join(settings));
        command
    }

    fn there(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.folder.path().join("dalam/situs"))
    }
}

#[test]
#[ignore = "needs OpenSSH's server; .ci/run installs it"]
fn a_server_over_sftp_has_the_site_whatever_is_killed() {
    let ssh = Ssh::start();
    let seed = seed();
    println!("seed {seed}");
    let killed = killed((30, seed), &|project| ssh.publish(project, "settings"), &|| ssh.there());
    assert!(killed > 8, "hardly one was killed in time");
    let mode = |path: &str| fs::metadata(ssh.folder.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("dalam/situs/b/0.html"), 0o644, "a web server reads it, whatever the server's own mask");
}

#[test]
#[ignore = "needs OpenSSH's server; .ci/run installs it"]
fn a_server_that_is_not_known_or_another_gets_nothing() {
    let (ssh, project) = (Ssh::start(), project());
    build(&project);
    let other = fs::read_to_string(ssh.folder.path().join("other.pub")).unwrap();
    fs::write(ssh.folder.path().join("nobody"), "").unwrap();
    fs::write(ssh.folder.path().join("changed"), format!("[127.0.0.1]:{} {other}", ssh.port)).unwrap();
    for (known, key, why) in [
        ("nobody", "key", "belum dikenal di komputer ini"),
        ("changed", "key", "BERUBAH"),
        ("known", "other", "tidak menerima kunci mana pun"),
    ] {
        ssh.settings("these", known, key);
        let ran = ssh.publish(&project, "these").output().unwrap();
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.code() == Some(2) && said.contains(why), "{said}");
    }
    assert!(!ssh.folder.path().join("dalam").exists());
}
