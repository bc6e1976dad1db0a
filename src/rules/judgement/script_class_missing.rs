//! A script without the class that the platform looks for.

use crate::connector::files::Role;
use crate::connector::script::Code;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SCRIPT_CLASS_MISSING: Rule = Rule {
    id: "script-class-missing",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Text(Role::Script, check)],
    quiet_when: &[],
    since: None,
    cites: &["S12"],
    fix: None,
    docs: r#"The script has no class `Script`, derived from `ScriptBase`, that overrides `ExecuteAsync`.

The platform makes an object of this very class and calls this very method; another name means that
no operation of the script works. Comments and texts in quotation marks do not count.

Name the class `Script`, derive it from `ScriptBase`, and override `ExecuteAsync`.

This is a judgement by words, not by a compiler, and may be wrong. It fires on 17 of 216 published
connectors, but there only stand-ins of one line were at hand instead of the scripts. To be sure,
run the operation once.

```files bad also=script-operations-unlisted
text script.csx public class Skript : ScriptBase { public override async Task<X> ExecuteAsync() {} }
```

```files bad also=script-operations-unlisted
text script.csx public class Script : ScriptBase { /* override ExecuteAsync( */ }
```

```text good file=script.csx
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}
```

```json good and file=apiProperties.json
{"properties": {"scriptOperations": []}}
```
"#,
};

fn check(_: &Context<'_>, text: &str, out: &mut Sink<'_>) {
    let code = Code::new(text);
    let missing = if !code.has(&["class", "Script", ":", "ScriptBase"]) {
        "`public class Script : ScriptBase`"
    } else if !code.has_all(&["override", "ExecuteAsync"]) {
        "`public override async Task<HttpResponseMessage> ExecuteAsync()`"
    } else {
        return;
    };
    out.say(
        Place::File(Role::Script),
        format!("The script has no {missing}. The platform looks for exactly that."),
    );
}
