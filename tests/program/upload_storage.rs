//! `pilkada publish` to storage that speaks S3.

use crate::project::Project;
use crate::publish_tree::seed;
use crate::serving::{Serving, free_port, wait_for};
use crate::upload::{build, killed, project};
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// Storage that speaks S3 on this machine (moto, a stand-in for Amazon's).
struct Storage {
    port: u16,
    _serving: Serving,
}

impl Storage {
    fn start() -> Self {
        let port = free_port();
        let program = std::env::var("MOTO_SERVER").unwrap_or_else(|_| "moto_server".to_owned());
        let mut server = Command::new(program);
        server.args(["-H", "127.0.0.1", "-p", &port.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        let serving = Serving(
            server.spawn().expect("moto_server is there (pip install 'moto[server]'), or MOTO_SERVER says where"),
        );
        wait_for(port);
        let storage = Self { port, _serving: serving };
        assert_eq!(storage.ask("PUT", "").status(), 200);
        storage
    }

    fn ask(&self, method: &str, path: &str) -> ureq::http::Response<ureq::Body> {
        let address = format!("http://127.0.0.1:{}/ember{path}", self.port);
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        // moto asks that a request is signed, and by nobody in particular.
        let sign = "AWS4-HMAC-SHA256 Credential=x/20241101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x";
        let request = ureq::http::Request::builder().method(method).uri(address).header("authorization", sign);
        agent.run(request.body(()).unwrap()).unwrap()
    }

    fn publish(&self, project: &Project) -> Command {
        let mut command = project.command(&["publish", "s3://ember/dalam/situs"]);
        command.env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{}", self.port));
        command
            .env("AWS_ACCESS_KEY_ID", "kunci")
            .env("AWS_SECRET_ACCESS_KEY", "sangat-rahasia")
            .env_remove("AWS_SESSION_TOKEN");
        command
    }

    fn there(&self) -> BTreeMap<String, Vec<u8>> {
        let listed =
            self.ask("GET", "?list-type=2&prefix=dalam/situs/&max-keys=1000").body_mut().read_to_string().unwrap();
        assert!(listed.contains("<IsTruncated>false"), "{listed}");
        let keys = listed.split("<Key>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        keys.map(|key| {
            let bytes = self.ask("GET", &format!("/{key}")).body_mut().read_to_vec().unwrap();
            (key.strip_prefix("dalam/situs/").unwrap().to_owned(), bytes)
        })
        .collect()
    }
}

#[test]
#[ignore = "needs moto_server; .ci/run installs it"]
fn storage_has_the_site_whatever_is_killed() {
    let storage = Storage::start();
    let seed = seed();
    println!("seed {seed}");
    let killed = killed((30, seed), &|project| storage.publish(project), &|| storage.there());
    assert!(killed > 8, "hardly one was killed in time");
    let page = storage.ask("GET", "/dalam/situs/index.html");
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert_eq!(page.headers()["cache-control"], "public, max-age=300");
}

#[test]
#[ignore = "needs moto_server; .ci/run installs it"]
fn storage_that_refuses_says_why_and_no_secret() {
    let (storage, project) = (Storage::start(), project());
    build(&project);
    let without = project.command(&["publish", "s3://ember"]).env_remove("AWS_ACCESS_KEY_ID").output().unwrap();
    assert!(String::from_utf8_lossy(&without.stderr).contains("AWS_ACCESS_KEY_ID"));
    let mut command = project.command(&["publish", "s3://tidak-ada"]);
    command.env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{}", storage.port));
    command.env("AWS_ACCESS_KEY_ID", "kunci").env("AWS_SECRET_ACCESS_KEY", "sangat-rahasia");
    let ran = command.output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.code() == Some(2) && said.contains("bucket itu tidak ada"), "{said}");
    assert!(!said.contains("sangat-rahasia") && !said.contains("X-Amz"), "{said}");
}
