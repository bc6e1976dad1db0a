//! How the package with the solutions is made, which this version leaves to the publisher.

use crate::answers::Publisher;

/// The section of the checklist.
pub(super) fn section(publisher: Publisher) -> String {
    match publisher {
        Publisher::Verified => format!("{OFFER_LEAD} {BY_HAND}{OFFER}"),
        Publisher::Independent => format!("{PULL_REQUEST_LEAD} {BY_HAND}{PULL_REQUEST}"),
    }
}

const OFFER_LEAD: &str = "\
## The marketplace package

Partner Center takes a package of its own, not the folder and the zip that were exported here.";

const PULL_REQUEST_LEAD: &str = "\
## The package with the solutions

Since 2025 the pull request carries a package with solutions, too.";

const BY_HAND: &str = "\
This version of conncert does not build it yet, for the solutions in it come out of your own \
environment by the maker portal. Make it by hand:

1. In the maker portal, put the connector into one solution, and a flow that uses it into another. \
   Publish all customisations, run Solution Checker, and export both as unmanaged.
2. Look into both zips. At the top lie `[Content_Types].xml`, `customizations.xml`, \
   `solution.xml` and a folder `Connector`; in the flow's also a folder `Workflows`.
3. Put the two zips and nothing else into a folder `PkgAssets`, and zip that folder as \
   `package.zip`.
4. Write `intro.md`, which becomes the connector's public page: at most eight sentences on what it \
   is for, other than its description; then prerequisites, how to get credentials (unless there \
   are none), getting started, known issues and limitations, common errors and remedies, frequent \
   questions. Leave the operations out: Microsoft lists them by itself.
";

const OFFER: &str = "\
5. Zip `package.zip` and `intro.md` together, without a folder around them:

   ```text
   contoso-invoices.zip
     intro.md
     package.zip
       PkgAssets/
         ConnectorSolution.zip
         FlowSolution.zip
   ```

6. Where there is Windows, let Microsoft's own script look at it: \
   `ConnectorPackageValidator.ps1 \"C:\\packages\\contoso-invoices.zip\" n`. Read what it prints: \
   its exit code is 0 either way.
7. Upload the zip, and give the link to it in the offer.
";

const PULL_REQUEST: &str = "\
5. Add `package.zip` and `intro.md` to the connector's folder in the pull request.
";
