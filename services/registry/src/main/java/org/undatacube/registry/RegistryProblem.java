package org.undatacube.registry;

import org.undatacube.http.ProblemType;

/** The registry's own problems. */
public enum RegistryProblem implements ProblemType {
    CODE_REQUEST_ENDED(
            "code-request-ended",
            409,
            "Code request ended",
            "The request was granted, refused or withdrawn before; the problem says which. It stays as it is: ask anew"
                    + " where something else is wanted."),
    CODE_REQUEST_REJECTED(
            "code-request-rejected",
            422,
            "Code request rejected",
            "The request for a contributor code, or the decision on it, breaks a constraint on codes and names; nothing"
                    + " was stored. The findings name the field and what would be right. Those of severity reject must"
                    + " be put right, the others are for whoever decides."),
    IMPORT_REJECTED(
            "import-rejected",
            422,
            "Import rejected",
            "The file cannot be imported as it is; nothing of it was stored. The findings name row and field. Correct"
                    + " those of severity reject and send the whole file again."),
    INVALID_KEY_REQUEST(
            "invalid-key-request",
            422,
            "Invalid key request",
            "A key needs a name and at least one role. Preparer and certifier work for one entity, which must be in"
                    + " the list of entities; reviewer and administrator are the secretariat's and work for no single"
                    + " one."),
    INVALID_HIERARCHY(
            "invalid-hierarchy",
            422,
            "Invalid hierarchy",
            "The hierarchy cannot be kept as it is; nothing of it was stored. The findings point at what is wrong and say"
                    + " what would be right."),
    NOT_THE_OWNER(
            "not-the-owner",
            403,
            "Not the owner",
            "Only its owner changes a hierarchy. What is shipped belongs to the reference files: put a copy of it under"
                    + " another identifier. Another key's is taken over by putting it as it is with your own key's"
                    + " identifier as owner; then it can be changed."),
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "Precondition required",
            "Say what you expect to be there, so that nobody's change is lost: If-Match with the ETag that you have"
                    + " read, or If-None-Match: * for what is new."),
    PRECONDITION_FAILED(
            "precondition-failed",
            412,
            "Precondition failed",
            "What is there is not what If-Match or If-None-Match expects: somebody changed it since. Read it again and"
                    + " make your change on that."),
    INVALID_RESOLVE_REQUEST(
            "invalid-resolve-request",
            422,
            "Invalid resolve request",
            "The body is an object with a list of values, each a text or an object with value and year, and perhaps a year"
                    + " for all. The problem points at what is otherwise. One request takes at most 10000 values of at"
                    + " most 1000 characters; send more in several."),
    KEY_ENDED(
            "key-ended",
            409,
            "Key has ended",
            "A key that was revoked, has expired or was replaced before cannot be replaced. Replace the key that replaced"
                    + " it, or issue a new one."),
    LAST_ADMINISTRATOR_KEY(
            "last-administrator-key",
            409,
            "Last administrator key",
            "Without this key nobody could issue another. Create a second administrator key first.");

    private final Description description;

    RegistryProblem(String slug, int status, String title, String explanation) {
        this.description = new Description(slug, status, title, explanation, false);
    }

    @Override
    public Description description() {
        return description;
    }
}
