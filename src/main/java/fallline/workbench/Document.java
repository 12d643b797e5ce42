package fallline.workbench;

/// Which document an experiment of the history belongs to: all edits after an [Workbench#open] belong to one, whatever
/// they change. It is an identity and nothing else; who knows files keeps what he knows by it.
public final class Document {}
