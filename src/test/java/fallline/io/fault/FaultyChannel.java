package fallline.io.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// An open file that takes as many bytes as there is room for. Files are only written here, from front to back.
final class FaultyChannel extends FileChannel {
    private final FileChannel inner;
    private final Faults faults;

    FaultyChannel(FileChannel inner, Faults faults) {
        this.inner = inner;
        this.faults = faults;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int taken = faults.writing(source.remaining());
        ByteBuffer part = source.slice(source.position(), taken);
        source.position(source.position() + taken);
        while (part.hasRemaining()) {
            inner.write(part);
        }
        return taken;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        faults.operation("");
        inner.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        inner.close();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("files are written from front to back");
    }

    @Override
    public int read(ByteBuffer target) {
        throw unused();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw unused();
    }

    @Override
    public long position() {
        throw unused();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw unused();
    }

    @Override
    public long size() {
        throw unused();
    }

    @Override
    public FileChannel truncate(long size) {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unused();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw unused();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw unused();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw unused();
    }
}
